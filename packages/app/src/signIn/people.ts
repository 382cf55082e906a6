/** Someone the demo portal lets in without a password. */
export interface DemoPerson {
  /** Auth provider of the backend that signs this person in. */
  provider: string;
  name: string;
  may: string;
}

export const demoPeople: DemoPerson[] = [
  { provider: 'guest', name: 'Maya Okafor', may: 'owns services, may act' },
  { provider: 'demo-reader', name: 'Sam Reader', may: 'may only read' },
];
