import {
  defaultLoadLimits,
  type LoadTone,
  type OnCallLoad,
  type OnCallPeriod,
  type TeamLoad,
} from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useState } from 'react';
import {
  ExplainedFigure,
  formatCount,
  formatShare,
  Tile,
  Tiles,
} from '../figures';
import { Facts, Section } from '../layout';
import { Greyed, StatusWord } from '../status';
import { useT } from '../translation';
import { partial, reconstructed } from './loadFacts';
import { loadLines } from './loadLines';
import { PersonLoads } from './PersonLoads';

/**
 * What being on call costs the team, each figure with its limit. Why its source
 * does not answer stands where open incidents and who is on call do.
 */
export const LoadSection = (props: { load: OnCallLoad[]; stale: boolean }) => {
  const t = useT();
  const { load, stale } = props;
  return load.length === 0 ? (
    <Section title={t('onCall.load.title')}>
      <Typography variant="body2" color="textSecondary">
        {t('onCall.load.none')}
      </Typography>
    </Section>
  ) : (
    <>
      {load.map(each => (
        <AccountLoad
          key={each.source.name}
          load={each}
          named={load.length > 1}
          stale={stale}
        />
      ))}
    </>
  );
};

function AccountLoad(props: {
  load: OnCallLoad;
  /** Several accounts: whose team it is has to be said. */
  named: boolean;
  stale: boolean;
}) {
  const t = useT();
  const { team, policies, persons, ownOnly } = props.load;
  const whose = ownOnly ? 'own' : 'perPerson';
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={
        props.named
          ? t('onCall.load.titleOf', {
              policies: policies.map(({ name }) => name).join('”, “'),
            })
          : t('onCall.load.title')
      }
      side={
        persons && (
          <Button
            size="small"
            style={{ textTransform: 'none' }}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('onCall.load.hidePersons') : t(`onCall.load.${whose}`)}
          </Button>
        )
      }
    >
      <Greyed when={props.stale}>
        <TeamFigures team={team} />
        {open && persons && (
          <PersonLoads name={t(`onCall.load.${whose}`)} persons={persons} />
        )}
      </Greyed>
    </Section>
  );
}

function TeamFigures({ team }: { team: TeamLoad }) {
  const t = useT();
  const { pagesPerShift, sleepPages, onCallShare, backToBack, noise } = team;
  const limits = defaultLoadLimits;
  return (
    <Tiles>
      <LoadTile
        name={t('onCall.load.pages')}
        value={
          pagesPerShift.perShift !== undefined &&
          formatCount(pagesPerShift.perShift)
        }
        tone={pagesPerShift.tone}
        known={pagesPerShift}
        lines={loadLines(t, 'pages', pagesPerShift, team.interruptions)}
        limit={t('onCall.load.limit.pages', {
          fine: formatCount(limits.pagesPerShift.fineUpTo),
          act: formatCount(limits.pagesPerShift.actFrom),
        })}
        reconstructedRatio={pagesPerShift.reconstructedRatio}
        facts={[
          t('onCall.load.pagesOf', {
            count: Math.round(pagesPerShift.shifts),
            n: formatCount(pagesPerShift.n),
          }),
          pagesPerShift.fewShifts && t('onCall.load.fewShifts'),
        ]}
      />
      <LoadTile
        name={t('onCall.load.sleep')}
        value={
          sleepPages.perWeek !== undefined && formatCount(sleepPages.perWeek)
        }
        tone={sleepPages.tone}
        known={sleepPages}
        lines={loadLines(t, 'sleep', sleepPages, team.interruptions)}
        limit={t('onCall.load.limit.sleep', {
          act: formatCount(limits.sleepPagesPerWeek.actFrom),
        })}
        facts={[
          t('onCall.load.sleepOf', {
            count: sleepPages.of,
            n: formatCount(sleepPages.n),
          }),
        ]}
      />
      <LoadTile
        name={t('onCall.load.share')}
        value={
          onCallShare.highestRatio !== undefined &&
          formatShare(onCallShare.highestRatio)
        }
        tone={onCallShare.tone}
        known={onCallShare}
        lines={loadLines(t, 'share', onCallShare)}
        limit={t('onCall.load.limit.share', {
          limit: formatShare(limits.onCallShare),
        })}
        reconstructedRatio={onCallShare.reconstructedRatio}
        facts={[
          t('onCall.load.people', { count: onCallShare.n }),
          onCallShare.meanRatio !== undefined &&
            t('onCall.load.mean', { mean: formatShare(onCallShare.meanRatio) }),
          onCallShare.over > 0 &&
            t('onCall.load.over', { count: onCallShare.over }),
          onCallShare.permanent > 0 &&
            t('onCall.load.permanent', { count: onCallShare.permanent }),
        ]}
      />
      <LoadTile
        name={t('onCall.load.backToBack')}
        value={formatCount(backToBack.n)}
        tone={backToBack.tone}
        known={backToBack}
        lines={loadLines(t, 'backToBack', backToBack)}
        reconstructedRatio={backToBack.reconstructedRatio}
        facts={[t('onCall.load.restsOf', { count: backToBack.of })]}
      />
      <LoadTile
        name={t('onCall.load.noise')}
        value={noise.ratio !== undefined && formatShare(noise.ratio)}
        tone={noise.tone}
        known={noise}
        lines={loadLines(t, 'noise', noise)}
        limit={t('onCall.load.limit.noise', {
          fine: formatShare(limits.noise.fineUpTo),
          act: formatShare(limits.noise.actFrom),
        })}
        facts={[
          t('onCall.load.noiseOf', {
            count: noise.of,
            n: formatCount(noise.n),
          }),
          noise.fewIncidents && t('onCall.load.fewIncidents'),
        ]}
      />
    </Tiles>
  );
}

function LoadTile(props: {
  name: string;
  /** False: there is nothing to tell it from. */
  value: string | false;
  tone: LoadTone;
  known: { period: OnCallPeriod; partial?: boolean };
  lines: string[];
  limit?: string;
  reconstructedRatio?: number;
  /** Of how many, and what else to know of it. */
  facts: ReactNode[];
}) {
  const t = useT();
  const { tone, known, limit, reconstructedRatio } = props;
  return (
    <Tile
      name={props.name}
      value={
        <ExplainedFigure lines={props.lines}>
          {props.value === false ? t('shared.unknown') : props.value}
        </ExplainedFigure>
      }
      context={
        <>
          <StatusWord tone={tone}>{t(`onCall.load.tones.${tone}`)}</StatusWord>
          <div>
            <Facts>
              {[
                limit,
                ...props.facts,
                partial(t, known),
                reconstructed(t, { reconstructedRatio }),
              ]}
            </Facts>
          </div>
        </>
      }
    />
  );
}
