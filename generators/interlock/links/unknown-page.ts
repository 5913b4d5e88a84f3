import { didYouMean } from '../../diagnostics/suggestion.ts';
import { alertAnchor } from '../../model/names.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';
import { runbooksIn } from '../survey/declared.ts';
import { linksIn } from './links.ts';

/** The pages that are written, each with its anchors: `feed/` is the index of a unit. */
function pagesOf({ stack, observables }: Compiled): ReadonlyMap<string, ReadonlySet<string>> {
  const pages = new Map<string, Set<string>>(stack.services.map(({ id }) => [`${id}/`, new Set()]));
  for (const { slo } of observables.slos) pages.set(`${slo.serviceId}/slo-${slo.key}`, new Set());
  for (const { unit, runbook, rule, which } of observables.alerts) {
    pages.set(`${unit}/`, pages.get(`${unit}/`) ?? new Set());
    if (runbook?.kind !== 'runbook') continue;
    const page = `${unit}/${runbook.id}`;
    pages.set(page, (pages.get(page) ?? new Set()).add(alertAnchor(rule.alert, which)));
  }
  return pages;
}

function findings(compiled: Compiled): readonly Finding[] {
  const home = `${compiled.stack.runbooksUrl.replace(/\/+$/, '')}/`;
  const pages = pagesOf(compiled);
  const elsewhere = new Set(
    runbooksIn(compiled.stack).flatMap((one) => (one.kind === 'existing-runbook' ? [one.url] : [])),
  );
  return linksIn(compiled)
    .filter(({ url }) => url.startsWith(home) && !elsewhere.has(url))
    .flatMap(({ url, from, address }): readonly Finding[] => {
      const [path = '', anchor] = url.slice(home.length).split('#');
      const page = path.replace(/\?.*$/, '').replace(/\.(md|html)$/, '');
      const anchors = pages.get(page) ?? pages.get(`${page}/`);
      if (anchors === undefined) {
        const message = `${from} links to the page ${page}, which is not written${didYouMean(page, [...pages.keys()])}`;
        return [{ address, message, cure: 'Link to a runbook of this stack, or remove the link.' }];
      }
      if (anchor === undefined || anchor === '' || anchors.has(anchor)) return [];
      const message = `${from} links to #${anchor} on the page ${page}, which has no such heading`;
      return [{ address, message, cure: 'Link to an alert that leads to this runbook, or to the whole page.' }];
    });
}

/** A link to a runbook page that is not written. */
export const unknownPage: Rule = {
  code: 'link/unknown-page',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A link below the address of the runbooks leads to a page that is written.',
    cause: 'Whoever follows it during an outage finds nothing, and the steps are somewhere else.',
    cure: 'Correct the address, or write the runbook. A page that others keep there is an `existingRunbook`.',
  },
  check: findings,
};
