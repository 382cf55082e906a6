import { Entity } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { roleRelations } from './roleRelations';
import { withTextAnnotations } from './textAnnotations';

/** Keeps entities whose annotations lack quotes, and relates roles. */
export class OwnershipProcessor implements CatalogProcessor {
  getProcessorName() {
    return 'EngineeringOwnerOwnershipProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    return withTextAnnotations(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    for (const relation of roleRelations(entity)) {
      emit(processingResult.relation(relation));
    }
    return entity;
  }
}
