import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { limits } from './limits.ts';
import { freeText } from './text.ts';
import { timestampSchema } from './time.ts';

/** `reports/{reportId}`: seen by the person who wrote it and by staff. Goes with the counter of `report` in one batch. */
export function reportPath(reportId: string): string {
  return `reports/${reportId}`;
}

export const reportReasons = ['harassment', 'harm', 'spam', 'impersonation', 'privacy', 'other'] as const;
export const reportKinds = ['message', 'person', 'community', 'chat', 'circle'] as const;
export const reportStatuses = ['open', 'upheld', 'dismissed'] as const;

const shape = {
  reporterId: idSchema,
  target: z.strictObject({
    kind: z.enum(reportKinds),
    path: z.string().check(z.regex(/^[\w-]{1,128}(?:\/[\w-]{1,128}){1,5}$/, 'This cannot be reported.')),
  }),
  reason: z.enum(reportReasons, 'Choose a reason.'),
  note: freeText('The note', limits.noteMax),
  createdAt: timestampSchema,
};

/** What a person says in a report. */
export const reportWordsSchema = z.object({ reason: shape.reason, note: shape.note });
export type ReportWords = z.infer<typeof reportWordsSchema>;

export const reportSchema = z.object({
  ...shape,
  status: z.enum(reportStatuses),
  resolution: z.nullable(z.string()),
});
export type Report = z.infer<typeof reportSchema>;

export const newReportSchema = z.strictObject({ ...shape, status: z.literal('open'), resolution: z.null() });

export function newReport<Now>(
  input: {
    reporterId: string;
    kind: (typeof reportKinds)[number];
    path: string;
    reason: (typeof reportReasons)[number];
    note: string;
  },
  now: Now,
) {
  return {
    reporterId: input.reporterId,
    target: { kind: input.kind, path: input.path },
    reason: input.reason,
    note: input.note,
    createdAt: now,
    status: 'open' as const,
    resolution: null,
  };
}
