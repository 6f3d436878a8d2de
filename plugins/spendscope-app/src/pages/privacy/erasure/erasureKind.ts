import type { ComponentType } from 'react';

/** What a dry run found. */
export interface PlannedErasure {
  /** Token or login. */
  subject: string;
  /** Documents by index. */
  counts: Readonly<Record<string, number>>;
  /** The seal that erases what was counted. */
  confirm: string;
}

export interface DoneErasure {
  subject: string;
  /** Where the service keeps a receipt of its own. */
  id?: string;
  /** ISO time */
  erasedAt: string;
  counts: Readonly<Record<string, number>>;
  /** Whether the audit chain still verified afterwards. */
  chainOk: boolean;
  /** As the API answered it, for whoever files it. */
  answer: object;
}

export interface SubjectFieldProps {
  value: string;
  disabled: boolean;
  /** Whether what is wrong is already said. */
  showFault: boolean;
  onChange: (value: string) => void;
}

/** What can be erased: whose data, and how that is said. Words are asked for while rendering. */
export interface ErasureKind {
  Field: ComponentType<SubjectFieldProps>;
  isSubject: (text: string) => boolean;
  /** Counts only. @throws ApiError */
  plan: (subject: string) => Promise<PlannedErasure>;
  /** @throws ApiError */
  erase: (plan: PlannedErasure, idempotencyKey: string) => Promise<DoneErasure>;
  words: {
    /** On the button that counts. */
    count: () => string;
    /** Where nothing was found, and why that may be. */
    nothing: (subject: string) => string;
    nothingHint: () => string;
    /** On the button that leads to the confirmation. */
    go: (subject: string) => string;
    /** What is asked before it is done: what goes, and what stays. */
    title: (subject: string) => string;
    effect: () => string;
    /** What has to be typed. */
    type: (subject: string) => string;
    /** On the button that erases. */
    confirm: () => string;
    done: (subject: string) => string;
  };
}
