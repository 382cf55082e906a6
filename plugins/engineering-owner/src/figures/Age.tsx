import Tooltip from '@material-ui/core/Tooltip';
import { formatAge } from './durations';
import { formatAbsoluteTime } from './times';
import { useNow } from './useNow';

/** How long ago a moment was; the moment itself on hover. */
export const Age = ({ since }: { since: string }) => {
  const now = useNow(10);
  return (
    <Tooltip title={formatAbsoluteTime(since)}>
      <time dateTime={since}>{formatAge(since, now)}</time>
    </Tooltip>
  );
};
