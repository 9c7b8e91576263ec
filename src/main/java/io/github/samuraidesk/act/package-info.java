/** What a person may do to a deal, as values: the ports that every trade fills. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"deal", "form", "law"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.act;
