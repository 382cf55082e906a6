import { Problem } from '@engineering-owner/backstage-plugin-common';
import { SliSource } from '@engineering-owner/backstage-plugin-node';
import { CompiledTemplate } from './CompiledTemplate';
import { findSource, listSources } from './findSource';
import { SloTemplate } from './SloTemplate';

/** Hands every template to its source. One that cannot be used keeps its reason. */
export function compileTemplates(
  templates: SloTemplate[],
  sources: SliSource[],
): CompiledTemplate[] {
  return templates.map(template => {
    const source = findSource(template.source ?? {}, sources);
    if (!source) {
      return { ok: false, template, problem: noSource(template, sources) };
    }
    const { name, place, entityLabel, indicator } = template;
    const result = source.compile({ name, place, entityLabel, indicator });
    return result.ok
      ? { ok: true, template, source, group: result.group }
      : { ok: false, template, problem: result.problem };
  });
}

/** Why a definition has no source. */
export function noSource(
  template: Pick<SloTemplate, 'source' | 'place' | 'name'>,
  sources: SliSource[],
): Problem {
  const known = listSources(sources);
  const { source, place, name } = template;
  return {
    code: 'source_unknown',
    severity: 'error',
    message: source
      ? `${place}.${source.type} is "${source.name}"; there is no such source. There are: ${known}`
      : `${place} (template "${name}") names no source, and none of several is called "default". There are: ${known}`,
    params: { place, template: name },
  };
}
