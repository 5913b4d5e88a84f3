import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Artifact } from '../../generators/model/artifact.ts';
import { printMatcher } from '../../generators/model/print-matchers.ts';
import { judge } from '../judges/programs.ts';

/** Writes files into a directory that is gone when the test is over. */
export function onDisk(files: readonly Artifact[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-alertmanager-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const { path, content } of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}

/** What `amtool check-config` says of a file. */
export const checkConfig = (file: string) => judge('amtool', ['check-config', file]);

/** The receivers that amtool finds for labels, in its order, joined with commas. */
export function amtoolReceivers(file: string, labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => printMatcher({ label, op: '=', value }));
  const { output } = judge('amtool', ['config', 'routes', 'test', `--config.file=${file}`, ...pairs]);
  return output.replace(/^Warning: .*\n/m, '').trim();
}

/** Whether amtool finds exactly these receivers, in this order. */
export function verifies(
  file: string,
  labels: Readonly<Record<string, string>>,
  receivers: readonly string[],
): boolean {
  const pairs = Object.entries(labels).map(([label, value]) => printMatcher({ label, op: '=', value }));
  const wanted = `--verify.receivers=${receivers.join(',')}`;
  return judge('amtool', ['config', 'routes', 'test', `--config.file=${file}`, wanted, ...pairs]).code === 0;
}
