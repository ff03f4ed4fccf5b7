import { z } from '../kernel/zod.ts';

/**
 * The kinds of media records that have a retention period of their own: requests with decisions, movements and checks; content lists;
 * the register's history of media that were destroyed or lost.
 */
export const MEDIA_RECORDS = ['media-requests', 'media-contents', 'media-register'] as const;
export const MediaRecords = z.enum(MEDIA_RECORDS);
export type MediaRecords = z.infer<typeof MediaRecords>;
