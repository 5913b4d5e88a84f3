import { type Address, inside } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import type { Stack } from '../model/stack.ts';
import { type Problem, realityProblem } from './problem.ts';
import { isScraped, UP, type View } from './view.ts';

/** Jobs of services under which nothing is scraped. Only a Prometheus can tell. */
export function jobProblems({ services }: Stack, view: View): readonly Problem[] {
  return services.flatMap(({ job, address }) =>
    job === undefined || isScraped(job, view) ? [] : [missingJob(job, inside(address, 'job'), view)],
  );
}

/** A job that a service or a choice of series names, and nobody scrapes under it. */
export function missingJob(job: string, address: Address, view: View): Problem {
  const message = `nothing is scraped under job=${JSON.stringify(job)}${didYouMean(job, view.valuesOf(UP, 'job'))}`;
  const cure = 'Write the `job_name` of the scrape configuration, or scrape the service under this one.';
  const explains: Problem['explains'] = (gap) => gap.kind === 'job' && gap.job === job;
  return realityProblem('exposition/job', address, [message, cure], { explains });
}
