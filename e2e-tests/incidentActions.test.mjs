import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import {
  openIncident,
  readIncident,
  readUserId,
  resolveIncident,
} from './demoWorld.mjs';
import { openTab } from './entityTab.mjs';
import { eventually } from './eventually.mjs';
import { pathOf, PortalApi } from './portalApi.mjs';

const service = 'checkout';
const email = 'maya.okafor@parcel.example';
const incidentsPath = `${pathOf(service)}/incidents`;

/** What happened to an incident, by the simulator's log: what, and who did it. */
const didTo = ({ log }, type) =>
  log
    .filter(entry => entry.type === `${type}_log_entry`)
    .map(({ agent }) => agent.id);

describe('acting on an incident from the On-call tab', () => {
  let browser;
  let owner;
  let reader;
  let maya;
  let serviceId;
  const opened = [];

  const open = async title => {
    const id = await openIncident(serviceId, title);
    opened.push(id);
    return id;
  };
  const rowOf = (page, title) =>
    page
      .getByRole('list', { name: /^Open incidents/ })
      .getByRole('listitem')
      .filter({ hasText: title });

  /** A page of the owner, and the tab that is open on it. */
  async function openAsOwner() {
    const { page, crashes } = await openPage(browser);
    await openTab(page, service, 'on-call', 'Maya Okafor');
    await page.getByRole('heading', { name: 'Open incidents' }).waitFor();
    return { page, crashes };
  }

  before(async () => {
    browser = await openBrowser();
    owner = await PortalApi.asOwner();
    reader = await PortalApi.asReader();
    maya = await readUserId(email);
    const { services } = await owner.readTab(service, 'on-call');
    serviceId = services[0].id;
  });

  after(async () => {
    await browser?.close();
    for (const id of opened) {
      const { incident } = await readIncident(id);
      if (incident.status !== 'resolved') {
        await resolveIncident(id);
      }
    }
  });

  it('acknowledges and resolves one that comes while the tab is open, as who is signed in', async () => {
    const { page, crashes } = await openAsOwner();
    const title = 'The till prints blank receipts';
    const id = await open(title);
    const row = rowOf(page, title);
    await row.waitFor({ timeout: 45_000 });

    await row.getByRole('button', { name: `Acknowledge: ${title}` }).click();
    await row.getByText('acknowledged by Maya Okafor').waitFor();
    assert.deepEqual(didTo(await readIncident(id), 'acknowledge'), [maya]);

    await row.getByRole('button', { name: `Add note: ${title}` }).click();
    const noteDialog = page.getByRole('dialog', { name: `Add note: ${title}` });
    await noteDialog.getByLabel('Note').fill('paper was put in upside down');
    await noteDialog.getByRole('button', { name: 'Add note' }).click();
    await noteDialog.waitFor({ state: 'detached' });
    const [note] = (await readIncident(id)).notes;
    assert.equal(note.content, 'paper was put in upside down');
    assert.equal(note.user.id, maya);

    await row.getByRole('button', { name: `Resolve: ${title}` }).click();
    const dialog = page.getByRole('dialog', { name: `Resolve: ${title}` });
    await dialog.getByLabel('Note (optional)').fill('turned the paper');
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    // What is behind a dialog has no role.
    await dialog.waitFor({ state: 'detached' });
    await row.waitFor({ state: 'detached' });
    const result = await readIncident(id);
    assert.equal(result.incident.status, 'resolved');
    assert.deepEqual(didTo(result, 'resolve'), [maya]);
    assert.ok(
      JSON.stringify(result.log).includes('turned the paper'),
      'the note of the resolve is in no entry of the log',
    );
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('pages the on-call from the menu of the page, once', async () => {
    const { page, crashes } = await openAsOwner();
    const title = 'Nobody can pay by card';
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Page the on-call' }).click();
    const dialog = page.getByRole('dialog', { name: 'Page the on-call' });
    await dialog.getByLabel(/^What is wrong/).fill(title);
    await dialog.getByText(/^This pages .*, level 1 of/).waitFor();
    await dialog.getByLabel('Priority').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Page now' }).dblclick();
    await dialog.waitFor({ state: 'detached' });
    await rowOf(page, title).waitFor();

    const { incidents } = await owner.readTab(service, 'on-call');
    const made = incidents.open.filter(each => each.title === title);
    opened.push(...made.map(({ id }) => id));
    assert.equal(made.length, 1);
    assert.ok(made[0].priority, 'it has no priority');
    assert.deepEqual(didTo(await readIncident(made[0].id), 'trigger'), [maya]);
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('shows an open incident on the overview, which leads to its timeline', async () => {
    const title = 'The basket forgets its apples';
    const id = await open(title);
    await eventually(async () => {
      const { incidents } = await owner.readTab(service, 'on-call');
      assert.ok(incidents.open.some(each => each.id === id));
    });
    const { page, crashes } = await openPage(browser);
    await openTab(page, service, '');
    const banner = page.getByRole('region', { name: 'Open incidents' });
    await banner.getByRole('link', { name: /^Open: / }).click();
    await page.waitForURL(/\/on-call\?incident=/);
    await page
      .getByRole('list', { name: /^Timeline of / })
      .getByText(/^triggered/)
      .first()
      .waitFor();
    assert.deepEqual(crashes, []);
    await page.context().close();
  });

  it('is offered to nobody without the permission, who is told why, and refused', async () => {
    const title = 'The scale weighs nothing';
    const id = await open(title);
    await eventually(async () => {
      const { incidents } = await reader.readTab(service, 'on-call');
      assert.ok(incidents.open.some(each => each.id === id));
    });
    const { page, crashes } = await openPage(browser);
    await openTab(page, service, 'on-call');
    const row = rowOf(page, title);
    for (const control of [
      row.getByRole('button', { name: `Acknowledge: ${title}` }),
      row.getByRole('button', { name: `Resolve: ${title}` }),
      row.getByRole('button', { name: `Add note: ${title}` }),
      page.getByRole('button', { name: 'Page the on-call' }),
    ]) {
      assert.ok(await control.isDisabled());
      assert.match(
        await control.evaluate(
          button =>
            document.getElementById(button.getAttribute('aria-describedby'))
              .textContent,
        ),
        /engineering-owner\.incident\.act/,
      );
    }
    // It is shown to those who only hover, too.
    await row.getByRole('button', { name: `Acknowledge: ${title}` }).hover();
    await page
      .getByRole('tooltip')
      .filter({ hasText: 'You may not act' })
      .waitFor();
    await row
      .getByRole('button', { name: `Acknowledge: ${title}` })
      .click({ force: true });

    for (const [path, body] of [
      [`${incidentsPath}/${id}/acknowledge`, {}],
      [`${incidentsPath}/${id}/resolve`, { note: 'x' }],
      [`${incidentsPath}/${id}/notes`, { content: 'x' }],
      [incidentsPath, { title: 'x' }],
    ]) {
      const response = await reader.post(path, body);
      assert.equal(response.status, 403, path);
      assert.match(await response.text(), /engineering-owner\.incident\.act/);
    }
    const { incident, notes, log } = await readIncident(id);
    assert.equal(incident.status, 'triggered');
    assert.deepEqual(notes, []);
    assert.deepEqual(didTo({ log }, 'acknowledge'), []);
    assert.deepEqual(crashes, []);
    await page.context().close();
  });
});
