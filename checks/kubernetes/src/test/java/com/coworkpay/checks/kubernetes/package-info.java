/// The manifests of deploy/kubernetes, as kustomize renders them: what must hold for each overlay, and that each rule
/// notices the break that it is there for.
package com.coworkpay.checks.kubernetes;
