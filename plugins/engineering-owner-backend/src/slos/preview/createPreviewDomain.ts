import { createHash } from 'node:crypto';
import {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  sloPreviewPermission,
  SloPreviewResponse,
} from '@engineering-owner/backstage-plugin-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import pLimit from 'p-limit';
import { z } from 'zod';
import { Domain } from '../../Domain';
import { DomainContext } from '../../DomainContext';
import { sourceId } from '../../sources/sourceId';
import { SloAnswerOptions } from '../getSlos';
import { PreviewGate } from './PreviewGate';
import { PreviewRequest, readPreviewRequest } from './previewRequest';
import { previewSlos } from './previewSlos';

const largestBody = '64kb';
const readsAtOnce = 2;
/** Characters of a definition in the audit log. */
const mostAudited = 500;

/**
 * `POST /v1/slos/preview`: what definitions would say of an entity, without
 * saving them. For users who hold `engineering-owner.slo.preview` and may read
 * the entity; bounded, and written to the audit log.
 */
export function createPreviewDomain(
  context: DomainContext & { auditor: AuditorService },
  { answers }: { answers: SloAnswerOptions },
): Domain {
  const { auditor, catalog, clock, httpAuth, permissions, registry } = context;
  const gate = new PreviewGate({ clock });
  const limit = pLimit(readsAtOnce);

  async function preview(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    wanted: PreviewRequest,
  ): Promise<SloPreviewResponse> {
    const [decision] = await permissions.authorize(
      [{ permission: sloPreviewPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Evaluating definitions needs the permission ${sloPreviewPermission.name}`,
      );
    }
    const { entityRef } = wanted;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity) {
      throw new NotFoundError(
        `There is no entity ${entityRef}, or you may not see it`,
      );
    }
    return previewSlos(wanted, entity, {
      ...answers,
      limit,
      sources: registry.sliSources(),
    });
  }

  const router = PromiseRouter();
  const parseBody = express.json({ limit: largestBody });
  router.post('/v1/slos/preview', parseBody, async (req, res) => {
    const wanted = readPreviewRequest(req.body);
    const event = await auditor.createEvent({
      eventId: 'slo-preview',
      severityLevel: 'medium',
      request: req,
      meta: describePreview(wanted, req.body),
    });
    try {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      // First of all: what is asked for below costs others something too.
      const answer = await gate.run(credentials.principal.userEntityRef, () =>
        preview(credentials, wanted),
      );
      await event.success({
        meta: { slos: answer.slos.length, sources: sourcesOf(answer) },
      });
      res.json(answer);
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  });
  return { routers: [router] };
}

/** What an auditor has to know: whose data was read by which expressions. */
function describePreview(wanted: PreviewRequest, body: unknown): JsonObject {
  const { entityRef } = wanted;
  if ('definitions' in wanted) {
    return {
      entityRef,
      kind: 'documents',
      ...describeDefinition(wanted.definitions),
    };
  }
  const { template } = z.object({ template: z.json() }).parse(body);
  return {
    entityRef,
    kind: 'template',
    ...(wanted.template.prometheus && {
      source: `prometheus:${wanted.template.prometheus}`,
    }),
    ...describeDefinition(JSON.stringify(template)),
  };
}

/** The beginning to read, and a hash of all to compare. */
function describeDefinition(text: string): JsonObject {
  return {
    definition: text.slice(0, mostAudited),
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

function sourcesOf({ slos }: SloPreviewResponse): string[] {
  return [
    ...new Set(slos.flatMap(({ source }) => (source ? sourceId(source) : []))),
  ];
}
