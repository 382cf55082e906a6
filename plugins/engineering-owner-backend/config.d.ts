import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration, JsonObject } from '@backstage/types';

export interface Config {
  engineeringOwner?: {
    /** The plugin's copy of the catalog. */
    entities?: {
      /** When it is read; every minute by default. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    slos?: {
      /** Definitions that cover every entity their filter matches. */
      templates?: Array<{
        /** Unique; the name of the SLO. */
        name: string;
        title?: string;
        /** Predicate of the catalog, for example `{kind: component, spec.type: service}`. */
        filter: JsonObject;
        /** The Prometheus instance, by name; not needed if there is one only. */
        prometheus?: string;
        /** The metric label that tells the entities apart. */
        entityLabel: string;
        /** Path in the entity to the label's value; `metadata.name` by default. */
        entityValue?: string;
        /** What is measured; the source's module says what it understands. */
        indicator: JsonObject;
        /** Percentage above 0 and below 100. */
        objective: number | string;
        /** Rolling window, from 1h to 400d. */
        window: string | HumanDuration;
      }>;
      /** How burn rates alert; `google` by default. */
      alerting?: 'google' | 'seed';
      /** When what is due of the readings is read; every minute by default. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    onCall?: {
      /** Response times to stay below, for incidents of high urgency. */
      targets?: {
        mtta?: string | HumanDuration;
        mttr?: string | HumanDuration;
      };
    };

    runbooks?: {
      /** How long a review of a runbook holds; 180 days by default. */
      reviewEvery?: string | HumanDuration;
      /** How long a test of a runbook holds; 365 days by default. */
      testEvery?: string | HumanDuration;
      /** When what is due is read; every minute by default. A runbook is due every ten minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
