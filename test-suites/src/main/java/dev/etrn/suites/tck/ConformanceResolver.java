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

/** The resolution of selectors to conformance classes and to single cases of them. */
final class ConformanceResolver implements SelectorResolver {

  private final CaseSelector selector;

  ConformanceResolver(CaseSelector selector) {
    this.selector = selector;
  }

  @Override
  public Resolution resolve(ClassSelector selected, Context context) {
    return resolution(selected.getJavaClass(), context);
  }

  @Override
  public Resolution resolve(UniqueIdSelector selected, Context context) {
    UniqueId id = selected.getUniqueId();
    UniqueId.Segment last = id.getLastSegment();
    if (last.getType().equals(ConformanceClass.SEGMENT)) {
      return ReflectionSupport.tryToLoadClass(last.getValue())
          .toOptional()
          .map(found -> resolution(found, context))
          .orElseGet(Resolution::unresolved);
    }
    if (id.getSegments().size() < 2) {
      return Resolution.unresolved();
    }
    return context
        .addToParent(
            () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()),
            parent -> parent instanceof ConformanceClass one ? one.test(id) : Optional.empty())
        .map(test -> Resolution.match(Match.exact(test)))
        .orElseGet(Resolution::unresolved);
  }

  private Resolution resolution(Class<?> found, Context context) {
    if (!ConformanceClass.isOne(found)) {
      return Resolution.unresolved();
    }
    return context
        .addToParent(parent -> Optional.of(ConformanceClass.under(parent, found, selector)))
        .map(one -> Resolution.match(Match.exact(one, () -> selectorsOfTests(one))))
        .orElseGet(Resolution::unresolved);
  }

  private static Set<? extends DiscoverySelector> selectorsOfTests(ConformanceClass suite) {
    return suite.tests().stream()
        .map(TestDescriptor::getUniqueId)
        .map(DiscoverySelectors::selectUniqueId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
