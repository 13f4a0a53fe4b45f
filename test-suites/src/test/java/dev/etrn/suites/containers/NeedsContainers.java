package dev.etrn.suites.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * The mark of tests that run containers. Without Docker they are skipped, and one line says so;
 * with {@code ETRN_REQUIRE_CONTAINERS=true} they run, and fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsContainers.Condition.class)
public @interface NeedsContainers {

  /** The condition that Docker is available. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean required = "true".equals(System.getenv("ETRN_REQUIRE_CONTAINERS"));
      if (required || DockerClientFactory.instance().isDockerAvailable()) {
        return ConditionEvaluationResult.enabled("containers can run");
      }
      String line = context.getDisplayName() + " is skipped: no Docker engine answers";
      org.slf4j.LoggerFactory.getLogger(NeedsContainers.class).warn(line);
      return ConditionEvaluationResult.disabled(line);
    }
  }
}
