import Tooltip from '@material-ui/core/Tooltip';
import { formatAbsoluteTime, formatTime } from './times';
import { useNow } from './useNow';

/** A moment in the reader's zone; the whole of it on hover and focus. */
export const Time = ({ at }: { at: string }) => {
  const now = useNow(60);
  return (
    <Tooltip title={formatAbsoluteTime(at)}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the tooltip has to be reached by the keyboard */}
      <time tabIndex={0} dateTime={at}>
        {formatTime(at, now)}
      </time>
    </Tooltip>
  );
};
