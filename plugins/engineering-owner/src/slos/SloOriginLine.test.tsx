import type { SloOrigin } from '@engineering-owner/backstage-plugin-common';
import { screen } from '@testing-library/react';
import { FixtureApi } from '../__testUtils__/FixtureApi';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { SloOriginLine } from './SloOriginLine';

async function line(origin: SloOrigin) {
  await renderOnEntity(
    <p data-testid="line">
      <SloOriginLine origin={origin} />
    </p>,
    new FixtureApi({}),
  );
  return screen.getByTestId('line');
}

const FILE = 'https://git.example/shop/checkout/slos.yaml';

describe('where an objective was written', () => {
  it('is a place in the configuration for a template', async () => {
    expect(
      await line({
        type: 'template',
        name: 'availability',
        place: 'engineeringOwner.slos.templates[0]',
      }),
    ).toHaveTextContent(
      'Defined by template “availability” in engineeringOwner.slos.templates[0].',
    );
  });

  it('leads to the line of a document', async () => {
    expect(
      await line({
        type: 'document',
        name: 'login',
        place: `${FILE}:12`,
        url: `${FILE}#L12`,
        line: 12,
      }),
    ).toHaveTextContent(/^Defined by document “login” in .*slos\.yaml:12/);
    const link = screen.getByRole('link');
    expect(link).toHaveAttribute('href', `${FILE}#L12`);
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('title', 'git.example');
  });

  it('leads nowhere when the address of the document is no web address', async () => {
    await line({
      type: 'document',
      name: 'login',
      place: 'slos.yaml:12',
      // eslint-disable-next-line no-script-url
      url: 'javascript:alert(1)',
    });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('leads to the catalog entity that a document is', async () => {
    await line({ type: 'entity', name: 'login', place: 'slo:default/login' });
    expect(screen.getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/slo/login',
    );
  });

  it('is plain text when the entity cannot be named', async () => {
    expect(
      await line({ type: 'entity', name: 'login', place: 'nowhere' }),
    ).toHaveTextContent('Defined by catalog entity “login”, nowhere.');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
