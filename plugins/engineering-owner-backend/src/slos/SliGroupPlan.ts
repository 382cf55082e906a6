import {
  burnWindows,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';
import { SliGroup, SliSource } from '@engineering-owner/backstage-plugin-node';
import { CompiledTemplate } from './CompiledTemplate';

/** A window that a group is read over. */
export interface GroupWindow {
  window: string;
  seconds: number;
}

/** A group with all that is read for it, whatever SLOs share it. */
export interface SliGroupPlan {
  group: SliGroup;
  source: SliSource;
  /** Names of the templates that share it, for messages. */
  templates: string[];
  /** Burn windows and the own windows of its SLOs, shortest first. */
  windows: GroupWindow[];
  /** The longest of them. */
  longestSeconds: number;
}

/** The groups of all templates that can be read, each once. */
export function planGroups(templates: CompiledTemplate[]): SliGroupPlan[] {
  const plans = new Map<string, SliGroupPlan>();
  for (const compiled of templates) {
    if (!compiled.ok) {
      continue;
    }
    const { group, source, template } = compiled;
    const known = plans.get(group.id);
    const own = {
      window: windowKey(template.window),
      seconds: template.window.seconds,
    };
    const windows = [...(known?.windows ?? []), own];
    const longestSeconds = Math.max(...windows.map(({ seconds }) => seconds));
    plans.set(group.id, {
      group,
      source,
      templates: [...(known?.templates ?? []), template.name],
      windows: unique([
        ...burnWindows.filter(({ seconds }) => seconds <= longestSeconds),
        ...windows,
      ]),
      longestSeconds,
    });
  }
  return [...plans.values()];
}

function unique(windows: ReadonlyArray<GroupWindow>): GroupWindow[] {
  const byName = new Map(
    windows.map(({ window, seconds }) => [window, { window, seconds }]),
  );
  return [...byName.values()].sort((a, b) => a.seconds - b.seconds);
}
