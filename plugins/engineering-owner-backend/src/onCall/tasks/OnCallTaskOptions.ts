import { OnCallSource } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { Due } from '../../ingest/due';
import { OnCallSignals } from '../live/OnCallSignals';
import { CursorStore } from '../store/CursorStore';
import { DirectoryStore } from '../store/DirectoryStore';
import { IncidentStore } from '../store/IncidentStore';
import { ShiftStore } from '../store/ShiftStore';

/** Where what is read of accounts is kept. */
export interface OnCallStores {
  directory: DirectoryStore;
  shifts: ShiftStore;
  incidents: IncidentStore;
  cursors: CursorStore;
}

/** What every task about one account is made from. */
export interface OnCallTaskOptions extends OnCallStores {
  source: OnCallSource;
  clock: Clock;
  due: Due;
  onCallSignals: OnCallSignals;
}
