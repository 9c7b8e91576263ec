package io.github.samuraidesk.it;

import io.github.samuraidesk.disclosure.Typesetter;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A machine so slow that setting a paper in type outlasts a short lease several times, or one that fails at it; and how
 * often it was done.
 */
@Configuration(proxyBeanMethods = false)
class SlowTypesetting {

    static final AtomicInteger PAPERS_SET = new AtomicInteger();
    static volatile long millis;
    /** What typesetting throws, or null. */
    static volatile RuntimeException broken;

    @Bean
    static BeanPostProcessor slowTypesetter() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof Typesetter)) {
                    return bean;
                }
                var proxy = new ProxyFactory(bean);
                proxy.setProxyTargetClass(true);
                proxy.addAdvice((MethodInterceptor) call -> {
                    if (call.getMethod().getName().equals("typeset")) {
                        PAPERS_SET.incrementAndGet();
                        Thread.sleep(millis);
                        if (broken != null) {
                            throw broken;
                        }
                    }
                    return call.proceed();
                });
                return proxy.getProxy(Typesetter.class.getClassLoader());
            }
        };
    }
}
