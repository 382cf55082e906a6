import { Fragment, type ReactNode } from 'react';

/** Short facts in one line, with a dot between them; empty ones left out. */
export const Facts = ({ children }: { children: ReactNode[] }) => (
  <>
    {children.filter(Boolean).map((fact, index) => (
      // The facts of one line keep their places.
      // eslint-disable-next-line react/no-array-index-key
      <Fragment key={index}>
        {index > 0 && ' · '}
        {fact}
      </Fragment>
    ))}
  </>
);
