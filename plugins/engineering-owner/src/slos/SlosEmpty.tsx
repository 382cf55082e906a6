import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { CopyBlock, EmptyState } from '../layout';
import { SLO_KIND } from '../routing/kinds';
import { useT } from '../translation';
import {
  openSloDocument,
  SELECTOR,
  SLOS_ANNOTATION,
  TEMPLATE,
} from './starters';

/** What would be here, and the lines that bring it about. */
export const SlosEmpty = () => {
  const t = useT();
  const { entity } = useEntity();
  if (entity.kind.toLocaleLowerCase('en-US') === SLO_KIND) {
    return (
      <EmptyState
        title={t('slos.empty.title')}
        sentence={t('slos.empty.entity')}
      />
    );
  }
  const lines = [
    { sentence: t('slos.empty.template'), text: TEMPLATE },
    { sentence: t('slos.empty.selector'), text: SELECTOR },
    { sentence: t('slos.empty.annotation'), text: SLOS_ANNOTATION },
    {
      sentence: t('slos.empty.document'),
      text: openSloDocument(entity.metadata.name),
    },
  ];
  return (
    <EmptyState
      title={t('slos.empty.title')}
      sentence={t('slos.empty.sentence')}
    >
      {lines.map(({ sentence, text }) => (
        <div key={sentence}>
          <Typography variant="body2" gutterBottom>
            {sentence}
          </Typography>
          <CopyBlock text={text} />
        </div>
      ))}
    </EmptyState>
  );
};
