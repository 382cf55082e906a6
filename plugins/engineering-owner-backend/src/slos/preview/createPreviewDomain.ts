import { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  sloPreviewPermission,
  SloPreviewResponse,
} from '@engineering-owner/backstage-plugin-common';
import express, { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import pLimit from 'p-limit';
import { Domain } from '../../Domain';
import { DomainContext } from '../../DomainContext';
import { SloAnswerOptions } from '../getSlos';
import { PreviewGate } from './PreviewGate';
import { PreviewRequest, readPreviewRequest } from './previewRequest';
import { previewSlos } from './previewSlos';

const largestBody = '64kb';
const readsAtOnce = 2;

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
    request: Request,
    wanted: PreviewRequest,
  ): Promise<SloPreviewResponse> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
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
    return gate.run(credentials.principal.userEntityRef, () =>
      previewSlos(wanted, entity, {
        ...answers,
        limit,
        sources: registry.sliSources(),
      }),
    );
  }

  const router = PromiseRouter();
  const parseBody = express.json({ limit: largestBody });
  router.post('/v1/slos/preview', parseBody, async (req, res) => {
    const wanted = readPreviewRequest(req.body);
    const event = await auditor.createEvent({
      eventId: 'slo-preview',
      severityLevel: 'low',
      request: req,
      meta: { entityRef: wanted.entityRef },
    });
    try {
      const answer = await preview(req, wanted);
      await event.success({ meta: { slos: answer.slos.length } });
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
