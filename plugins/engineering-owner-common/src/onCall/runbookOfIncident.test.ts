import { runbookOfIncident } from './runbookOfIncident';

const burn = { name: 'ErrorBudgetBurn', runbookId: 'burn' };
const fast = { name: 'ErrorBudgetBurnFast', runbookUrl: 'https://x/fast' };
const bare = { name: 'QueueGrowing' };

describe('runbookOfIncident', () => {
  it.each([
    ['ErrorBudgetBurn for checkout', 'ErrorBudgetBurn'],
    ['[FIRING:1] errorbudgetburn (checkout)', 'ErrorBudgetBurn'],
    ['ErrorBudgetBurnFast', 'ErrorBudgetBurnFast'],
    ['ErrorBudgetBurn, ErrorBudgetBurnFast', 'ErrorBudgetBurnFast'],
    ['MyErrorBudgetBurn', undefined],
    ['MyErrorBudgetBurn and ErrorBudgetBurn', 'ErrorBudgetBurn'],
    ['ErrorBudgetBurn_2', undefined],
    ['the till rings twice', undefined],
    ['QueueGrowing', undefined],
    ['', undefined],
  ])('of %p is that of %p', (title, expected) => {
    expect(runbookOfIncident({ title }, [burn, fast, bare])?.name).toBe(
      expected,
    );
  });

  it('is none of an alert without a name', () => {
    expect(
      runbookOfIncident({ title: 'x' }, [{ name: '', runbookId: 'y' }]),
    ).toBeUndefined();
  });
});
