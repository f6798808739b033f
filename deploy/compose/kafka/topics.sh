#!/bin/bash
# Makes the topics between the services; what is there already is left as it is.
set -eu

topic() { # topic NAME PARTITIONS CLEANUP [RETENTION_MS], kept for ever without one
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$1" \
        --partitions "$2" --replication-factor 1 --config cleanup.policy="$3" --config retention.ms="${4:--1}"
}

topic integration.events 3 compact
topic payment.events 3 delete
topic refund.events 3 delete
topic booking.events 3 delete 2592000000
topic booking.notices 3 delete 2592000000
# integration-service consumes nothing.
for service in payment refund reporting; do
    topic "$service-service.dlq" 1 delete
done
