export { CopyBlock } from './CopyBlock';
export { EmptyState } from './EmptyState';
export { Failure, LineFailure } from './Failure';
export { OutLink } from './OutLink';
export { ProblemList } from './ProblemList';
export { Section } from './Section';
export { Columns, TabLayout } from './TabLayout';
export { useTableStyles } from './useTableStyles';
export { LineSkeleton, TabSkeleton } from './TabSkeleton';
