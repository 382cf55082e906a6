import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkOpenSlo, describeOpenSloProblem } from '.';

const folder =
  process.env.OPENSLO_EXAMPLES ??
  resolve(__dirname, '../../../../../shared/data/openslo');

const nameRule =
  'expected a name after RFC 1123: at most 63 lower-case letters, digits and "-", a letter or digit first and last, for example checkout-availability';
const ratioRule =
  'is only of threshold metrics; a ratio metric has good and bad events already, leave it out';
const versionRule = 'expected openslo/v1, the one version that is read';
const minuteWarning =
  'is 1 minute; months are written with a capital letter, 1M';

/** What is wrong with each document; an empty list: nothing. */
const verdicts: Record<string, string[]> = {
  'oslo-cases/inputs/fmt/service.yaml': [],
  'oslo-cases/outputs/fmt/service.yaml': [],
  'oslo-cases/inputs/validate/invalid-apiversion.yaml': [
    `1:13: Service "my-rad-service": apiVersion is "foo"; ${versionRule}`,
  ],
  'oslo-cases/inputs/validate/unknown-field.yaml': [
    `4:9: Service "my-rad service": metadata.name is "my-rad service"; ${nameRule}`,
    '6:3: Service "my-rad service": spec.markdown is no field of OpenSLO v1; here may stand description',
  ],
  'oslo-cases/inputs/validate/mix/1.yaml': [
    `1:15: Service "example service": apiVersion is "openslo/v1alpha"; ${versionRule}`,
  ],
  'oslo-cases/inputs/validate/mix/2.yaml': [
    `4:11: Service "example service": metadata.name is "example service"; ${nameRule}`,
  ],
  'oslo-cases/inputs/validate/mix/3.yaml': [
    `1:15: Service "example service": apiVersion is "openslo.com/v2alpha"; ${versionRule}`,
  ],
  'oslo-cases/inputs/validate/recursive/1.yaml': [
    `4:11: Service "example service": metadata.name is "example service"; ${nameRule}`,
  ],
  'oslo-cases/inputs/validate/recursive/nested/2.yaml': [
    `1:15: Service "example service": apiVersion is "openslo.com/v2alpha"; ${versionRule}`,
  ],
  'oslo-cases/inputs/validate/recursive/nested/nested2/nested3/3.yaml': [
    `1:15: Service "example service": apiVersion is "openslo.com/v2alpha"; ${versionRule}`,
  ],
  'oslo-cases/inputs/validate/v1.yaml': [
    `40:9: SLO "web-availability": spec.objectives[0].op ${ratioRule}`,
    `59:11: Service "example service": metadata.name is "example service"; ${nameRule}`,
  ],
  'oslo-cases/inputs/validate/v1alpha.yaml': [
    `1:15: Service "my-rad service": apiVersion is "openslo/v1alpha"; ${versionRule}`,
    `8:15: Service "this": apiVersion is "openslo/v1alpha"; ${versionRule}`,
    `13:13: SLO "ratio": apiVersion is "openslo/v1alpha"; ${versionRule}`,
    `40:13: SLO "my-amazing-slo": apiVersion is "openslo/v1alpha"; ${versionRule}`,
  ],
  'oslo-cases/inputs/validate/v2alpha.yaml': [
    `1:15: SLO "web-availability": apiVersion is "openslo.com/v2alpha"; ${versionRule}`,
    `38:15: Service "example-service": apiVersion is "openslo.com/v2alpha"; ${versionRule}`,
    `47:15: Service "example service": apiVersion is "openslo.com/v2alpha"; ${versionRule}`,
  ],
  'spec-examples/budgeting-method_occurences-slo.yaml': [],
  'spec-examples/budgeting-method_ratio-timeslices.yaml': [
    `32:7: SLO "main-page": spec.objectives[0].op ${ratioRule}`,
  ],
  'spec-examples/budgeting-method_timeslices-slo.yaml': [
    `27:17: SLO "service-availability": spec.timeWindow[0].duration ${minuteWarning}`,
    `35:7: SLO "service-availability": spec.objectives[0].op ${ratioRule}`,
  ],
  'spec-examples/treat-low-traffic-as-equally-important_timeslices-slo.yaml': [
    `33:7: SLO "service-availability": spec.objectives[0].op ${ratioRule}`,
  ],
};

const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.ya?ml$/.test(file))
      .sort()
  : [];

if (files.length === 0) {
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect
  it.skip("judges the documents of OpenSLO's own repositories: skipped because OPENSLO_EXAMPLES names no folder of them", () => {});
} else {
  describe("documents of OpenSLO's own repositories", () => {
    it('are those that have a verdict here', () => {
      expect(files).toEqual(Object.keys(verdicts).sort());
    });

    it.each(Object.keys(verdicts))('%s', file => {
      const { problems } = checkOpenSlo(
        readFileSync(join(folder, file), 'utf8'),
      );
      expect(problems.map(describeOpenSloProblem)).toEqual(verdicts[file]);
    });
  });
}
