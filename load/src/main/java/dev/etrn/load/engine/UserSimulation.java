package dev.etrn.load.engine;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** A user's own simulation, found by the name of its class. */
public final class UserSimulation {

  private final Constructor<? extends Simulation> constructor;

  private UserSimulation(Constructor<? extends Simulation> constructor) {
    this.constructor = constructor;
  }

  /**
   * Checks that a simulation class exists, without running any of its code.
   *
   * @param classPath directories and archives besides the class path of this process
   * @throws IllegalArgumentException when it does not; the message says what to do
   */
  public static void require(String className, List<Path> classPath) {
    URL[] urls = classPath.stream().map(UserSimulation::url).toArray(URL[]::new);
    try (var loader = new URLClassLoader(urls, UserSimulation.class.getClassLoader())) {
      UserSimulation unused = named(className, loader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the simulation with this class name.
   *
   * @throws IllegalArgumentException when there is no such class, or it is not a simulation
   */
  static UserSimulation named(String className, ClassLoader loader) {
    try {
      Class<? extends Simulation> type =
          Class.forName(className, false, loader).asSubclass(Simulation.class);
      if (Modifier.isAbstract(type.getModifiers())) {
        throw new IllegalArgumentException(className + " is abstract; name one that can be made");
      }
      return new UserSimulation(type.getConstructor());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "there is no class " + className + "; is it on the class path?", e);
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          className + " is no simulation; it must extend " + Simulation.class.getName(), e);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          className + " needs a public constructor without parameters", e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          className + " cannot be loaded (" + e + "); compile it with this version", e);
    }
  }

  Class<? extends Simulation> type() {
    return constructor.getDeclaringClass();
  }

  Simulation made() {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(String.valueOf(e.getTargetException().getMessage()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " cannot be called", e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(
          path + " is not a directory or jar of classes: name another one", e);
    }
  }
}
