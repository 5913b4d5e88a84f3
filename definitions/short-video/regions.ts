import { labelValues } from 'signalbox';

export const region = labelValues('us-east', 'us-west', 'eu-west', 'apac', 'latam');
