import { vendorName } from '../status';
import { useT } from '../translation';
import { OutLink } from './OutLink';

/** A link to something in the system it is of, which its label names. */
export const VendorLink = (props: {
  to: string | undefined;
  name: string;
  sourceType: string;
}) => {
  const t = useT();
  const vendor = vendorName(props.sourceType);
  return (
    <OutLink
      to={props.to}
      label={`${props.name} – ${t('shared.vendorLink', { vendor })}`}
    >
      {props.name}
    </OutLink>
  );
};
