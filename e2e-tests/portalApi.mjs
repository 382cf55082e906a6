import assert from 'node:assert/strict';
import { apiUrl, tokenFrom } from './browser.mjs';

const plugin = `${apiUrl}/engineering-owner`;

/** What the plugin answers to one of the two people, or to nobody. */
export class PortalApi {
  #headers;

  constructor(token) {
    this.#headers = token ? { authorization: `Bearer ${token}` } : {};
  }

  /** Maya, who owns services. */
  static async asOwner() {
    return new PortalApi(await tokenFrom('guest'));
  }

  /** Sam, who may only read. */
  static async asReader() {
    return new PortalApi(await tokenFrom('demo-reader'));
  }

  get(path) {
    return fetch(`${plugin}/v1${path}`, { headers: this.#headers });
  }

  post(path, body) {
    return fetch(`${plugin}/v1${path}`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async read(path) {
    const response = await this.get(path);
    const text = await response.text();
    assert.equal(response.status, 200, `${path}: ${text}`);
    return JSON.parse(text);
  }

  /** The answer behind a tab of an entity. */
  readTab(entity, tab) {
    return this.read(`${pathOf(entity)}/${tab}`);
  }

  async readEntity(component) {
    const response = await fetch(
      `${apiUrl}/catalog/entities/by-name/component/default/${component}`,
      { headers: this.#headers },
    );
    assert.equal(response.status, 200, component);
    return response.json();
  }

  /** The names of all components that are services. */
  async findServices() {
    const response = await fetch(
      `${apiUrl}/catalog/entities/by-query?filter=kind=component,spec.type=service&fields=metadata.name&limit=100`,
      { headers: this.#headers },
    );
    const { items } = await response.json();
    return items.map(({ metadata }) => metadata.name);
  }

  /** The tasks of every source, as `/sources` tells of them. */
  async readTasks() {
    const { sources } = await this.read('/sources');
    return sources.flatMap(({ tasks }) => tasks);
  }

  /** Has the platform's scheduler run a task now, not at its next turn. */
  async trigger(task) {
    const response = await fetch(
      `${plugin}/.backstage/scheduler/v1/tasks/${encodeURIComponent(
        task,
      )}/trigger`,
      { method: 'POST', headers: this.#headers },
    );
    // 409: it is running already.
    assert.ok(response.ok || response.status === 409, `${task} did not start`);
  }
}

/**
 * Kind, namespace and name of an entity, as addresses have them; `checkout` is
 * a component, others are called as in `group:team-storefront`.
 */
export function placeOf(entity) {
  const [kind, name] = entity.includes(':')
    ? entity.split(':')
    : ['component', entity];
  return { kind, namespace: 'default', name };
}

/** Where the answers about an entity are. */
export function pathOf(entity) {
  const { kind, namespace, name } = placeOf(entity);
  return `/entities/by-name/${kind}/${namespace}/${name}`;
}
