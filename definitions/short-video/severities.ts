import { severity } from 'signalbox';

export const P1 = severity({
  id: 'P1',
  title: 'Critical',
  responseWithin: '5m',
  notify: ['page', 'chat'],
  groupWait: '10s',
  repeat: '1h',
  examples: 'Service down, data loss',
});

export const P2 = severity({
  id: 'P2',
  title: 'High',
  responseWithin: '15m',
  notify: ['page'],
  groupWait: '5m',
  repeat: '4h',
  examples: 'SLO breach, partial outage',
});

export const P3 = severity({
  id: 'P3',
  title: 'Medium',
  responseWithin: '1h',
  notify: ['chat'],
  repeat: '12h',
  examples: 'Elevated errors, degradation',
});

export const P4 = severity({
  id: 'P4',
  title: 'Low',
  responseWithin: '4h',
  notify: ['ticket'],
  repeat: '24h',
  examples: 'Warnings, capacity trending',
});
