import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';
import {
  AlertSource,
  EngineeringOwnerSourcesExtensionPoint,
  OnCallSource,
  SliSource,
  SourceTelemetry,
} from '@engineering-owner/backstage-plugin-node';
import { sourceId } from './sourceId';

/** Everything the modules registered, by what it reads. */
export class SourceRegistry implements EngineeringOwnerSourcesExtensionPoint {
  readonly #sli = new Map<string, SliSource>();
  readonly #alerts = new Map<string, AlertSource>();
  readonly #onCall = new Map<string, OnCallSource>();
  readonly #misconfigured: Array<{ source: SourceRef; problem: Problem }> = [];

  addSliSource(source: SliSource): void {
    this.#add(this.#sli, source);
  }

  addAlertSource(source: AlertSource): void {
    this.#add(this.#alerts, source);
  }

  addOnCallSource(source: OnCallSource): void {
    this.#add(this.#onCall, source);
  }

  addMisconfigured(source: SourceRef, problem: Problem): void {
    this.#misconfigured.push({ source, problem });
  }

  sliSources(): SliSource[] {
    return [...this.#sli.values()];
  }

  alertSources(): AlertSource[] {
    return [...this.#alerts.values()];
  }

  onCallSources(): OnCallSource[] {
    return [...this.#onCall.values()];
  }

  onCallSource(source: SourceRef): OnCallSource | undefined {
    return this.#onCall.get(sourceId(source));
  }

  misconfigured(): ReadonlyArray<{ source: SourceRef; problem: Problem }> {
    return this.#misconfigured;
  }

  /** Every source that works, once, whatever it reads. */
  all(): SourceRef[] {
    const refs = [
      ...this.sliSources(),
      ...this.alertSources(),
      ...this.onCallSources(),
    ].map(({ source }) => source);
    return [...new Map(refs.map(ref => [sourceId(ref), ref])).values()];
  }

  /**
   * What a source tells of its dealings. One instance or account has one
   * client, so its SLI source and its alert source tell the same.
   */
  telemetry(source: SourceRef): SourceTelemetry | undefined {
    const id = sourceId(source);
    return (
      this.#sli.get(id) ??
      this.#alerts.get(id) ??
      this.#onCall.get(id)
    )?.telemetry();
  }

  #add<T extends { source: SourceRef }>(sources: Map<string, T>, added: T) {
    const id = sourceId(added.source);
    if (sources.has(id)) {
      this.addMisconfigured(added.source, {
        code: 'source_duplicate',
        severity: 'error',
        message: `The source "${id}" is configured twice; the first is used. Names must be unique`,
        params: { source: id },
      });
      return;
    }
    sources.set(id, added);
  }
}
