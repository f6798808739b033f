package com.coworkpay.console.client;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// reporting-service's dead letters, asked with the person's own token.
@RegisterRestClient(configKey = "reporting")
@RegisterProvider(ProblemReader.class)
@RegisterProvider(PageLanguage.class)
@AccessToken
@Path("/internal/dead-letters")
public interface ReportingDeadLetterClient extends DeadLetterCalls {}
