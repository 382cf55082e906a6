import { Config } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import { Problem } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { describeIssues } from './describeIssues';

/**
 * An entry that cannot be used, by its name or, without one, its place.
 *
 * @public
 */
export interface MisconfiguredServer {
  name: string;
  problem: Problem;
}

/**
 * The servers of a list `instances`. A wrong entry takes only itself out;
 * nothing is thrown, because that would keep the whole portal from starting.
 *
 * @public
 */
export function readServerList<Entry extends { name: string }, Server>(
  config: Config,
  options: {
    /** Where the list stands, for example `engineeringOwner.prometheus`. */
    section: string;
    schema: z.ZodType<Entry>;
    /** May throw an InputError; `refuse` takes out only a part of the entry. */
    build: (
      entry: Entry,
      at: string,
      refuse: (name: string, message: string) => void,
    ) => Server;
  },
): { instances: Server[]; misconfigured: MisconfiguredServer[] } {
  const { section, schema, build } = options;
  const place = `${section}.instances`;
  const instances: Server[] = [];
  const misconfigured: MisconfiguredServer[] = [];
  const refuse = (name: string, message: string) => {
    misconfigured.push({
      name,
      problem: {
        code: 'source_misconfigured',
        severity: 'error',
        message,
        params: { place },
      },
    });
  };
  // Asked for deeper, a section that is no object throws.
  const found = readSection(config, section);
  if (!found.ok) {
    refuse('instances', found.message);
    return { instances, misconfigured };
  }
  const entries = found.value.instances ?? [];
  if (!Array.isArray(entries)) {
    refuse('instances', `${place}: expected a list of instances`);
    return { instances, misconfigured };
  }
  const names = new Set<string>();
  entries.forEach((entry, i) => {
    const at = `${place}[${i}]`;
    const parsed = schema.safeParse(entry);
    if (!parsed.success) {
      refuse(nameOf(entry) ?? at, describeIssues(at, entry, parsed.error));
      return;
    }
    const { name } = parsed.data;
    if (names.has(name)) {
      refuse(
        at,
        `${at}.name: "${name}" is the name of an earlier instance; names are unique`,
      );
      return;
    }
    try {
      instances.push(build(parsed.data, at, refuse));
      names.add(name);
    } catch (error) {
      refuse(name, messageOf(error));
    }
  });
  return { instances, misconfigured };
}

function readSection(
  config: Config,
  section: string,
): { ok: true; value: JsonObject } | { ok: false; message: string } {
  try {
    const value = config.getOptional<JsonValue>(section) ?? {};
    if (typeof value === 'object' && !Array.isArray(value) && value !== null) {
      return { ok: true, value };
    }
    // Not quoted: a list put here by mistake holds tokens.
    const found = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    return {
      ok: false,
      message: `${section}: expected an object with the list "instances", found ${found}`,
    };
  } catch (error) {
    return { ok: false, message: `${section}: ${messageOf(error)}` };
  }
}

function nameOf(entry: JsonValue): string | undefined {
  return typeof entry === 'object' &&
    entry !== null &&
    !Array.isArray(entry) &&
    typeof entry.name === 'string' &&
    entry.name !== ''
    ? entry.name
    : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
