import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import { useT } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1, 1, 1.5),
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.default,
  },
  button: { textTransform: 'none', flexShrink: 0 },
  text: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    padding: theme.spacing(0.5, 0),
    overflow: 'auto',
    maxHeight: 240,
    fontFamily: 'monospace',
    fontSize: theme.typography.pxToRem(13),
    lineHeight: 1.5,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

/**
 * Text to take along, with a button that copies it. `name` says what it is and
 * `label` what the button does, to people who do not see what stands around.
 */
export const CopyBlock = (props: {
  text: string;
  name?: string;
  label?: string;
}) => {
  const t = useT();
  const classes = useStyles();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    window.navigator.clipboard.writeText(props.text).then(
      () => setCopied(true),
      // Without permission or a secure context the text can still be selected.
      () => setCopied(false),
    );
  return (
    <div className={classes.root}>
      {/* Long texts scroll, with the keyboard too. */}
      <pre
        className={classes.text}
        role="group"
        aria-label={props.name ?? t('shared.copyable')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {props.text}
      </pre>
      <Button
        size="small"
        className={classes.button}
        startIcon={copied ? <CheckIcon /> : <CopyIcon />}
        onClick={copy}
        aria-label={props.label}
      >
        {copied ? t('shared.copied') : t('shared.copy')}
      </Button>
    </div>
  );
};
