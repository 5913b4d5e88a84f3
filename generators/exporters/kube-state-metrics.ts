/**
 * kube-state-metrics: what the API server of a Kubernetes cluster says of its objects.
 *
 * Source: https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics (deployments, stateful sets, daemon sets,
 * jobs, pods, nodes, horizontal pod autoscalers). The names and labels hold since 2.0.0 (2021), which renamed many and gave
 * pods their `uid`, unless a comment says later.
 *
 * Scrape with `honor_labels: true`, or `pod` and `namespace` are those of kube-state-metrics itself. A metric with a
 * `phase`, `condition` or `status` has a series for each of them: 1 for the one that holds, 0 for the others.
 */
import { counter, gauge, info, labelValues, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const namespace = upTo(100, 'default', 'kube-system');
const nodeName = upTo(500, 'node-1');
const truth = labelValues('true', 'false', 'unknown');
/** A name is used once at a time in its namespace; the uid follows from it. */
const pod = { namespace, pod: upTo(5000, 'web-5d9c7b6f4-abcde'), uid: upTo(1, '3f6c1f4e-0c54-4c2b-9f0e-2f1f0f8c7a11') };
const container = { ...pod, container: upTo(5, 'web', 'sidecar') };
const deployment = { namespace, deployment: upTo(500, 'web') };
const statefulset = { namespace, statefulset: upTo(100, 'postgres') };
const daemonset = { namespace, daemonset: upTo(50, 'node-exporter') };
const job = { namespace, job_name: upTo(500, 'import-28291') };
const hpa = { namespace, horizontalpodautoscaler: upTo(500, 'web') };
/** `cpu` counts cores, `memory` and storage bytes: choose one before adding up. */
const resource = {
  resource: upTo(10, 'cpu', 'memory', 'ephemeral_storage'),
  unit: labelValues('core', 'byte', 'integer'),
};

const unit = 'count';

export const kube = catalogue('kube-state-metrics', {
  deploymentReplicasWanted: gauge('kube_deployment_spec_replicas', {
    help: 'Number of desired pods for a deployment.',
    unit,
    labels: deployment,
  }),
  deploymentReplicas: gauge('kube_deployment_status_replicas', {
    help: 'The number of replicas per deployment.',
    unit,
    labels: deployment,
  }),
  deploymentReplicasAvailable: gauge('kube_deployment_status_replicas_available', {
    help: 'The number of available replicas per deployment.',
    unit,
    labels: deployment,
  }),
  deploymentReplicasUnavailable: gauge('kube_deployment_status_replicas_unavailable', {
    help: 'The number of unavailable replicas per deployment.',
    unit,
    labels: deployment,
  }),
  deploymentReplicasUpdated: gauge('kube_deployment_status_replicas_updated', {
    help: 'The number of updated replicas per deployment.',
    unit,
    labels: deployment,
  }),
  /** Behind `deploymentGeneration` while a change waits for the controller. */
  deploymentGenerationObserved: gauge('kube_deployment_status_observed_generation', {
    help: 'The generation observed by the deployment controller.',
    unit,
    labels: deployment,
  }),
  deploymentGeneration: gauge('kube_deployment_metadata_generation', {
    help: 'Sequence number representing a specific generation of the desired state.',
    unit,
    labels: deployment,
  }),

  statefulsetReplicasWanted: gauge('kube_statefulset_replicas', {
    help: 'Number of desired pods for a StatefulSet.',
    unit,
    labels: statefulset,
  }),
  statefulsetReplicasReady: gauge('kube_statefulset_status_replicas_ready', {
    help: 'The number of ready replicas per StatefulSet.',
    unit,
    labels: statefulset,
  }),
  daemonsetPodsWanted: gauge('kube_daemonset_status_desired_number_scheduled', {
    help: 'The number of nodes that should be running the daemon pod.',
    unit,
    labels: daemonset,
  }),
  daemonsetPodsReady: gauge('kube_daemonset_status_number_ready', {
    help: 'The number of nodes that should be running the daemon pod and have one or more of the daemon pod running and ready.',
    unit,
    labels: daemonset,
  }),
  /** 1 for a job that has given up; the job stays until somebody deletes it. */
  jobFailed: gauge('kube_job_failed', {
    help: 'The job has failed its execution.',
    unit,
    labels: { ...job, condition: truth },
  }),
  jobCompletionTime: gauge('kube_job_status_completion_time', {
    help: 'CompletionTime represents time when the job was completed.',
    unit: 'timestamp',
    labels: job,
  }),

  podPhase: gauge('kube_pod_status_phase', {
    help: 'The pods current phase.',
    unit,
    labels: { ...pod, phase: labelValues('Pending', 'Running', 'Succeeded', 'Failed', 'Unknown') },
  }),
  podReady: gauge('kube_pod_status_ready', {
    help: 'Describes whether the pod is ready to serve requests.',
    unit,
    labels: { ...pod, condition: truth },
  }),
  podUnschedulable: gauge('kube_pod_status_unschedulable', {
    help: 'Describes the unschedulable status for the pod.',
    unit,
    labels: pod,
  }),
  /** Multiplied with a pod's figure, it brings the node and the owner. */
  podInfo: info('kube_pod_info', {
    help: 'Information about pod.',
    labels: {
      ...pod,
      host_ip: upTo(500, '10.0.0.1'),
      pod_ip: upTo(1, '10.1.0.1'),
      node: nodeName,
      created_by_kind: upTo(1, 'ReplicaSet'),
      created_by_name: upTo(1, 'web-5d9c7b6f4'),
      priority_class: upTo(1, 'system-cluster-critical'),
      host_network: upTo(1, 'false'),
    },
  }),
  containerRestarts: counter('kube_pod_container_status_restarts_total', {
    help: 'The number of container restarts per container.',
    labels: container,
  }),
  containerReady: gauge('kube_pod_container_status_ready', {
    help: 'Describes whether the containers readiness check succeeded.',
    unit,
    labels: container,
  }),
  /** There is a series only while the container waits. */
  containerWaitingReason: gauge('kube_pod_container_status_waiting_reason', {
    help: 'Describes the reason the container is currently in waiting state.',
    unit,
    labels: {
      ...container,
      reason: upTo(15, 'CrashLoopBackOff', 'ImagePullBackOff', 'ErrImagePull', 'ContainerCreating'),
    },
  }),
  /** Stays after the restart: how to see that a container was killed for its memory. */
  containerLastTerminatedReason: gauge('kube_pod_container_status_last_terminated_reason', {
    help: 'Describes the last reason the container was in terminated state.',
    unit,
    labels: {
      ...container,
      reason: upTo(10, 'OOMKilled', 'Error', 'Completed', 'ContainerCannotRun', 'DeadlineExceeded'),
    },
  }),
  containerRequests: gauge('kube_pod_container_resource_requests', {
    help: 'The number of requested request resource by a container.',
    unit,
    labels: { ...container, node: nodeName, ...resource },
  }),
  containerLimits: gauge('kube_pod_container_resource_limits', {
    help: 'The number of requested limit resource by a container.',
    unit,
    labels: { ...container, node: nodeName, ...resource },
  }),

  nodeCondition: gauge('kube_node_status_condition', {
    help: 'The condition of a cluster node.',
    unit,
    labels: {
      node: nodeName,
      condition: upTo(10, 'Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure', 'NetworkUnavailable'),
      status: truth,
    },
  }),
  nodeUnschedulable: gauge('kube_node_spec_unschedulable', {
    help: 'Whether a node can schedule new pods.',
    unit,
    labels: { node: nodeName },
  }),
  nodeAllocatable: gauge('kube_node_status_allocatable', {
    help: 'The allocatable for different resources of a node that are available for scheduling.',
    unit,
    labels: { node: nodeName, ...resource },
  }),
  nodeCapacity: gauge('kube_node_status_capacity', {
    help: 'The capacity for different resources of a node.',
    unit,
    labels: { node: nodeName, ...resource },
  }),

  hpaReplicas: gauge('kube_horizontalpodautoscaler_status_current_replicas', {
    help: 'Current number of replicas of pods managed by this autoscaler.',
    unit,
    labels: hpa,
  }),
  hpaReplicasWanted: gauge('kube_horizontalpodautoscaler_status_desired_replicas', {
    help: 'Desired number of replicas of pods managed by this autoscaler.',
    unit,
    labels: hpa,
  }),
  hpaReplicasMinimum: gauge('kube_horizontalpodautoscaler_spec_min_replicas', {
    help: 'Lower limit for the number of pods that can be set by the autoscaler.',
    unit,
    labels: hpa,
  }),
  hpaReplicasMaximum: gauge('kube_horizontalpodautoscaler_spec_max_replicas', {
    help: 'Upper limit for the number of pods that can be set by the autoscaler.',
    unit,
    labels: hpa,
  }),
});
