const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Whether a text may stand as a label's name in PromQL, unquoted. */
export function isLabelName(text: string): boolean {
  return labelName.test(text);
}
