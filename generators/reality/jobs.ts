import { inside } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import type { Stack } from '../model/stack.ts';
import { type Problem, realityProblem } from './problem.ts';
import { UP, type View } from './view.ts';

/** Jobs of services under which nothing is scraped. Only a Prometheus can tell. */
export function jobProblems({ services }: Stack, view: View): readonly Problem[] {
  if (view.source === 'exposition' || view.isCut({ name: UP })) return [];
  const jobs = view.valuesOf(UP, 'job');
  return services.flatMap(({ job, address }) => {
    if (job === undefined || jobs.includes(job)) return [];
    const message = `nothing is scraped under job="${job}"${didYouMean(job, jobs)}`;
    const cure = 'Write the `job_name` of the scrape configuration, or scrape the service under this one.';
    const explains: Problem['explains'] = (gap) => gap.kind === 'job' && gap.job === job;
    return [realityProblem('exposition/job', inside(address, 'job'), [message, cure], { explains })];
  });
}
