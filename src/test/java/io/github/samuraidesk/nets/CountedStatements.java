package io.github.samuraidesk.nets;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every statement that the threads of the web server send to the database, those of the engine and the session included. */
@Configuration(proxyBeanMethods = false)
public class CountedStatements {

    private static final List<String> SENT = Collections.synchronizedList(new ArrayList<>());

    /** Forgets what was sent before. */
    public static void clear() {
        SENT.clear();
    }

    public static int count() {
        return SENT.size();
    }

    /** What was sent, the most frequent first. */
    public static List<String> most() {
        Map<String, Long> times;
        synchronized (SENT) {
            times = SENT.stream().collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
        }
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> e.getValue() + " × " + e.getKey())
                .toList();
    }

    @Bean
    static BeanPostProcessor countedDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof DataSource)) {
                    return bean;
                }
                var proxy = new ProxyFactory(bean);
                proxy.setProxyTargetClass(true);
                proxy.addAdvice((MethodInterceptor) call -> {
                    Object result = call.proceed();
                    return result instanceof Connection connection ? counted(Connection.class, connection, "") : result;
                });
                return proxy.getProxy();
            }
        };
    }

    private static <T> T counted(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
            String first = args != null && args.length > 0 && args[0] instanceof String text ? text : sql;
            if (method.getName().startsWith("execute")
                    && Thread.currentThread().getName().startsWith("http-")) {
                SENT.add(first.replaceAll("\\s+", " "));
            }
            try {
                Object result = method.invoke(target, args);
                return result instanceof PreparedStatement prepared
                        ? counted(PreparedStatement.class, prepared, first)
                        : result instanceof Statement statement ? counted(Statement.class, statement, first) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
