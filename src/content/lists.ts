/** The files of content that are lists or facts about the whole: those of a company's layer are merged with the playbook's. */
export const lists = [
  'situations.yaml',
  'circumstances.yaml',
  'safeguards.yaml',
  'needs.yaml',
  'vocabulary.yaml',
  'danger.yaml',
  'beyond.yaml',
  'fields.yaml',
  'topics.yaml',
  'playbook.yaml',
  'organisation.yaml',
] as const;
