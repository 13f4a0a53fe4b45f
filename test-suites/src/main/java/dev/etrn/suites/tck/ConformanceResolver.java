package dev.etrn.suites.tck;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** The resolver of selectors to conformance classes and to single cases of them. */
final class ConformanceResolver implements SelectorResolver {

  private final CaseSelector selector;

  ConformanceResolver(CaseSelector selector) {
    this.selector = selector;
  }

  @Override
  public Resolution resolve(ClassSelector classSelector, Context context) {
    return resolution(classSelector.getJavaClass(), context);
  }

  @Override
  public Resolution resolve(UniqueIdSelector idSelector, Context context) {
    UniqueId id = idSelector.getUniqueId();
    UniqueId.Segment last = id.getLastSegment();
    if (last.getType().equals(ConformanceClass.SEGMENT)) {
      return ReflectionSupport.tryToLoadClass(last.getValue())
          .toOptional()
          .map(type -> resolution(type, context))
          .orElseGet(Resolution::unresolved);
    }
    if (id.getSegments().size() < 2) {
      return Resolution.unresolved();
    }
    return context
        .addToParent(
            () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()),
            parent -> parent instanceof ConformanceClass suite ? suite.test(id) : Optional.empty())
        .map(test -> Resolution.match(Match.exact(test)))
        .orElseGet(Resolution::unresolved);
  }

  private Resolution resolution(Class<?> type, Context context) {
    if (!ConformanceClass.isSuite(type)) {
      return Resolution.unresolved();
    }
    return context
        .addToParent(parent -> Optional.of(ConformanceClass.discover(parent, type, selector)))
        .map(suite -> Resolution.match(Match.exact(suite, () -> selectorsOfTests(suite))))
        .orElseGet(Resolution::unresolved);
  }

  private static Set<? extends DiscoverySelector> selectorsOfTests(ConformanceClass suite) {
    return suite.tests().stream()
        .map(TestDescriptor::getUniqueId)
        .map(DiscoverySelectors::selectUniqueId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
