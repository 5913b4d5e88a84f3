import { createHash } from 'node:crypto';

/** Grafana refuses longer ones. */
const LONGEST = 40;
const HASH = 8;

/** The uid of a service's dashboard: `prod-fyp-service`, or where that is too long its beginning and a hash of it all. */
export function dashboardUid(stack: string, service: string): string {
  const whole = `${stack}-${service}`;
  if (whole.length <= LONGEST) return whole;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, HASH);
  return `${whole.slice(0, LONGEST - HASH - 1).replace(/-+$/, '')}-${hash}`;
}
