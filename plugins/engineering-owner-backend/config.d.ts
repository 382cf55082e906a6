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
        /** Rolling, from 1h to 400d, or by a calendar. */
        window:
          | string
          | HumanDuration
          | {
              calendar: {
                /** Whole periods: `1d`, `1w`, `1M` (a month), `1Q`, `1Y`. */
                duration: string;
                /** When one of the periods begins, `YYYY-MM-DD hh:mm:ss` in local time. */
                startTime: string;
                /** IANA name, for example Asia/Kolkata. */
                timeZone: string;
              };
            };
        /** `google`, `seed` or the name of an alert policy; what `alerting` below says by default. */
        alerting?: string;
      }>;
      /** How burn rates alert: `google` (the default), `seed` or the name of an alert policy. */
      alerting?: string;
      /** Alert policies of one's own. */
      alertPolicies?: Array<{
        name: string;
        /** A pair fires when both windows burn faster than its limit. */
        pairs: Array<{
          severity: 'page' | 'ticket';
          /** One of 5m, 30m, 1h, 2h, 6h, 1d, 3d. */
          longWindow: string;
          /** One of them, shorter. */
          shortWindow: string;
          /** Burn rate, at least 1; or else `budgetShare`. */
          factor?: number | string;
          /** Share of the budget spent in the long window, for example `2%`. */
          budgetShare?: string;
        }>;
        /** Bad events in the long window below which a pair is held; 10 by default. */
        minimumBadEvents?: number | string;
      }>;
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
