import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { NOW } from '../__testUtils__/fixtures/clock';
import { burningFast, withLinks } from '../__testUtils__/fixtures/slos';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { QueryList } from './QueryList';

const slo = withLinks(burningFast(NOW));
const list = <QueryList slo={slo} queries={slo.queries} />;

describe('the queries of a figure', () => {
  it('open where people look at metrics, each by the vendor’s name', async () => {
    await renderOnEntity(list, new FixtureApi({}));
    const links = screen.getAllByRole('link', { name: /^Open in Prometheus/ });
    expect(
      links.map(link =>
        new URL(link.getAttribute('href') ?? '').searchParams.get('g0.expr'),
      ),
    ).toEqual(slo.queries.map(({ expression }) => expression));
    expect(links[0]).toHaveAttribute('target', '_blank');
  });

  it('can be copied', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(window.navigator.clipboard, 'writeText');
    await renderOnEntity(list, new FixtureApi({}));
    await user.click(screen.getAllByRole('button', { name: 'Copy query' })[1]);
    expect(write).toHaveBeenCalledWith(slo.queries[1].expression);
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('can be read with the keyboard, each by its name', async () => {
    await renderOnEntity(list, new FixtureApi({}));
    const query = screen.getByRole('group', { name: 'Bad events, 1h' });
    expect(query).toHaveTextContent(/increase\(http_requests_total/);
    expect(query).toHaveAttribute('tabindex', '0');
    expect(within(query).queryByRole('button')).not.toBeInTheDocument();
  });
});
