import { Entity } from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { toCatalogEntity } from './catalogEntity';
import { isOpenSloDocument } from './openSloDocument';
import { sloRelations } from './sloRelations';

/**
 * Lets OpenSLO documents into the catalog as they are written. What they mean
 * and whether it is right is judged when they are read, where it can be shown.
 */
export class OpenSloProcessor implements CatalogProcessor {
  getProcessorName() {
    return 'EngineeringOwnerOpenSloProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    return isOpenSloDocument(entity) ? toCatalogEntity(entity) : entity;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return isOpenSloDocument(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    for (const relation of sloRelations(entity)) {
      emit(processingResult.relation(relation));
    }
    return entity;
  }
}
